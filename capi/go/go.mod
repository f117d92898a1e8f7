module gongwen

go 1.24
