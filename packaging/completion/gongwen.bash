# Completion of gongwen for bash: installed as share/bash-completion/completions/gongwen.
_gongwen() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  case $before in
    --format) words="jsonl table csv markdown arrow html" ;;
    --offsets) words="codepoint utf8 utf16" ;;
    --numbers) words="plain string" ;;
    --language | --lang) words="zh en" ;;
    --only)
      words="document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding"
      ;;
    --keep) words="unwrap page_number line_end ocr radical width space control" ;;
    --reference-date | --encoding | --min-confidence | --jobs | --without | --max-chars) return ;;
    --output)
      COMPREPLY=($(compgen -f -- "$word"))
      return
      ;;
  esac
  if [ -n "$words" ]; then  # members of a list are parted by commas
    local done=
    case $before in --only | --keep) [[ $word != *,* ]] || done=${word%,*}, ;; esac
    COMPREPLY=($(compgen -P "$done" -W "$words" -- "${word##*,}"))
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "--help -h --version --format --reference-date --encoding --offsets --only --min-confidence
      --numbers --language --lang --jobs --output --strict --keep --implied --without --stream --max-chars --quiet --by" -- "$word"))
  else
    [ "$COMP_CWORD" -ne 1 ] ||
      COMPREPLY=($(compgen -W "text parse segment chunk extract check explain review compare" -- "$word"))
    COMPREPLY+=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _gongwen gongwen
