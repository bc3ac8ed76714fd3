# Reads the settings file line by line, as data: nothing in it is run.

# Names that steer this folder; those of the worker stand in program/names.
OWN='LISTEN DATA SECOND TLS_CERT TLS_KEY CA_FILE EGRESS_ALSO EGRESS_NETWORKS WATCH'
GIVEN=''

read_settings() {
  LISTEN=127.0.0.1:8787
  DATA=$here/data
  SECOND=$here/second
  TLS_CERT='' TLS_KEY='' CA_FILE='' EGRESS_ALSO='' EGRESS_NETWORKS=private WATCH=60
  names=$(cat "$program/names")
  if [ -f "$settings" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in '' | '#'*) continue ;; esac
      name=${line%%=*}
      value=${line#*=}
      case " $OWN $(echo $names) " in
      *" $name "*) ;;
      *) stop "设置文件 $settings 中的 $name 不是本程序的设置" ;;
      esac
      export "$name=$value"
      case " $OWN " in *" $name "*) ;; *) [ -z "$value" ] || GIVEN="$GIVEN $name" ;; esac
    done <"$settings"
  fi
  for path in "$here" "$DATA" "$SECOND" "$TLS_CERT" "$TLS_KEY" "$CA_FILE"; do
    case $path in
    *[!A-Za-z0-9_./@:+-]*) stop "路径 $path 只能由字母、数字和 _ . / @ : + - 组成" ;;
    '' | /*) ;;
    *) stop "路径 $path 必须从 / 写起" ;;
    esac
  done
  case $LISTEN in *[!A-Za-z0-9_.:*[\]-]*) stop "LISTEN=$LISTEN 不是 地址:端口" ;; *:[0-9]*) ;; *) stop "LISTEN=$LISTEN 缺少端口" ;; esac
  case $EGRESS_NETWORKS in *[!A-Za-z0-9.:/,\ ]*) stop "EGRESS_NETWORKS=$EGRESS_NETWORKS 不是以逗号隔开的网段" ;; esac
  case $WATCH in '' | 0* | *[!0-9]*) stop "WATCH=$WATCH 不是秒数" ;; esac
  case "$DATA/" in "$SECOND/"*) stop "第二存放处 $SECOND 不能包含数据文件夹 $DATA" ;; esac
  case "$SECOND/" in "$DATA/"*) stop "第二存放处 $SECOND 不能放在数据文件夹 $DATA 里" ;; esac
  for file in "$TLS_CERT" "$TLS_KEY" "$CA_FILE"; do
    [ -z "$file" ] || [ -r "$file" ] || stop "读不到证书文件 $file"
  done
}

# The addresses that settings name; nothing else may be called.
egress_origins() {
  for name in $GIVEN; do
    case $name in
    PUBLIC_URL) ;;
    *_URL | *_ISSUER) eval "printf '%s ' \"\$$name\"" ;;
    esac
  done
  printf '%s' "$EGRESS_ALSO"
}

# The service gets its settings and nothing else of the environment.
keep_settings_only() {
  EGRESS=$(egress_origins)
  export EGRESS
  for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p'); do
    case " EGRESS $GIVEN " in *" $name "*) ;; *) unset "$name" 2>/dev/null || true ;; esac
  done
}
