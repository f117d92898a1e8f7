module gongwen_test

go 1.24

require gongwen v0.0.0

replace gongwen => ../../capi/go
