#!/bin/sh
# The service of a closed network: checks its files, takes the lock of its data folder and runs on the workerd beside it.
set -eu
umask 077
here=$(cd "$(dirname "$0")" && pwd -P)
program=$here/program
settings=${FIRST_BUTTON_SETTINGS:-$here/settings}

say() { printf '%s\n' "$1"; }
stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

. "$program/settings.sh"
. "$program/config.sh"
. "$program/store.sh"

case $(uname -m) in
x86_64 | aarch64) ;;
*) stop "本机处理器是 $(uname -m)，workerd 只有 x86_64 和 aarch64 两种，不能运行" ;;
esac
for tool in flock sha256sum sed grep find cp mktemp; do
  command -v "$tool" >/dev/null || stop "缺少命令 $tool，请先安装（util-linux、coreutils、findutils）"
done

# Files that were damaged on the way here are found before anything is opened by them.
check_files() {
  [ -x "$here/bin/workerd" ] || stop "缺少 $here/bin/workerd，请重新解开安装包"
  (cd "$here" && sha256sum --quiet -c program/SHA256SUMS >/dev/null 2>&1) ||
    stop "程序文件与校验值不符：$(cd "$here" && sha256sum -c program/SHA256SUMS 2>/dev/null | sed -n 's/: FAILED.*//p' | head -n 1)，请重新解开安装包"
}

# What in a folder the user who runs this cannot read or write, what was set aside there left out; a disk that is mounted
# to be read only is such a thing.
barred_in() {
  find "$1" \( -path "$DATA/before-*" -o -path "$DATA/damaged" \) -prune -o \
    \( ! -readable -o ! -writable -o -type d ! -executable \) -print -quit 2>/dev/null || true
}

# One process at a time: a second one on the same files would make the ledger fork.
take_lock() {
  for folder in "$DATA" "$SECOND"; do
    mkdir -p "$folder" 2>/dev/null || stop "建不了文件夹 $folder，请检查上级文件夹的所有者和权限，以及磁盘是否只读、已满"
    barred=$(barred_in "$folder")
    [ -z "$barred" ] || stop "没有读写权限：$barred（所有者 $(find "$barred" -maxdepth 0 -printf %u)，现在以 $(id -un) 运行）。请改为由运行服务的用户所有（chown -R 用户 $folder），磁盘只读挂载的改为可写"
  done
  exec 9>>"$DATA/lock"
  flock -n 9 || stop "数据文件夹 $DATA 正由另一个服务使用（进程 $(cat "$DATA/pid" 2>/dev/null || echo '?')），同一时间只能运行一个"
}

# Files that root makes beside those of another user could not be opened by that user any more.
check_owner() {
  owner=$(find "$DATA" -maxdepth 0 -printf %u 2>/dev/null || true)
  [ "$(id -u)" != 0 ] || [ -z "$owner" ] || [ "$owner" = "$(id -un)" ] ||
    stop "数据文件夹 $DATA 属于用户 $owner，不能以 root 运行；请用 systemd 启动，或者改以 $owner 运行"
}

# What a newer program has migrated, an older one must not open.
check_form() {
  known=$(cat "$DATA/form" 2>/dev/null || echo '0 0')
  own=$(cat "$program/form")
  [ "${known% *}" -le "${own% *}" ] && [ "${known#* }" -le "${own#* }" ] ||
    stop "数据（格式 $known）由更新的版本写成，本程序（格式 $own）不能使用；请换回新版本，或者恢复升级前的备份"
  say "$own" >"$DATA/form"
}

# An open database takes three files and a connection one: where they run out, what cannot be opened answers 503.
check_limit() {
  ulimit -n "$(ulimit -H -n)" 2>/dev/null || true
  limit=$(ulimit -n)
  databases=$(find "$DATA/objects" -name '*.sqlite' | grep -c . || true)
  need=$((databases * 4 + 512))
  [ "$limit" = unlimited ] || [ "$limit" -ge "$need" ] ||
    say "打开文件的上限是 $limit，$databases 个数据库同时使用约需 $need：请提高上限（systemd 的 LimitNOFILE，或者 ulimit -n）" >&2
}

start() {
  check_files
  check_owner
  take_lock
  check_form
  drop_used
  move_damaged
  missing_stores
  mkdir -p "$DATA/objects" "$DATA/run"
  rm -f "$DATA/run/socket"
  check_limit
  port=$(printf '%04X' "${LISTEN##*:}")
  ! grep -qs ":$port [0-9A-F]*:0000 0A " /proc/net/tcp /proc/net/tcp6 || stop "端口 ${LISTEN##*:} 已被别的程序占用，请结束它，或者在设置里用 LISTEN 换一个端口"
  write_config >"$DATA/run/config.capnp"
  write_probe >"$DATA/run/probe.capnp"
  say $$ >"$DATA/pid"
  say "第一粒扣服务：$LISTEN　数据 $DATA　第二存放处 $SECOND"
  # Objects open when they are first asked: this asks, so that the one-time code of a first start is in the log.
  (
    exec 9>&-
    flush_second $$ &
    probe 20000 >/dev/null || say "服务启动后 20 秒内没有应答，请查看以上日志" >&2
    watch_over $$
  ) &
  set -- "$here/bin/workerd" serve -I/ "$DATA/run/config.capnp" config
  keep_settings_only
  exec "$@"
}

# Asks the running service over its local socket for so many milliseconds, by the runtime itself: no other program is needed.
probe() { PATIENCE=$1 "$here/bin/workerd" test -I/ "$DATA/run/probe.capnp" 2>&1; }

# A process that does not answer three times in a row is ended; whoever started it starts it anew, and nothing acknowledged is lost.
watch_over() {
  silent=0
  while sleep $((WATCH - WATCH / 3)) && kill -0 "$1" 2>/dev/null; do
    if probe $((WATCH * 1000 / 3)) >/dev/null; then silent=0; else silent=$((silent + 1)); fi
    [ "$silent" -lt 3 ] && continue
    say "服务 $((WATCH * 3)) 秒没有应答，已强制结束" >&2
    kill -KILL "$1"
  done
}

read_settings
case ${1:-start} in
start) start ;;
check)
  check_files
  missing_stores
  say "程序文件完整；数据 $DATA；第二存放处 $SECOND"
  ;;
health) [ -S "$DATA/run/socket" ] && probe 2000 | grep '^{' || stop "服务没有应答（数据文件夹 $DATA）" ;;
backup) backup "${2:?用法：first-button backup 文件夹}" ;;
restore) restore "${2:?用法：first-button restore 备份文件夹}" "${3:-}" ;;
move-out) move_out "${2:?用法：first-button move-out 单位编号 文件夹}" "${3:?用法：first-button move-out 单位编号 文件夹}" ;;
move-in) move_in "${2:?用法：first-button move-in 文件夹}" ;;
accept) accept "${2:?用法：first-button accept 单位编号}" ;;
*) stop "用法：first-button start | check | health | backup 文件夹 | restore 备份文件夹 [--accept-loss] | accept 单位编号 | move-out 单位编号 文件夹 | move-in 文件夹" ;;
esac
