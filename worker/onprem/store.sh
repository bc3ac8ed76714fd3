# What is done to the stored data from outside: looked at, copied while the service runs, put back, a loss accepted.

unit_of() { sed -n 's/.*"unit":"\([^"]*\)".*/\1/p' "$1"; }
anchors_in() { find "$1" -maxdepth 1 -type f 2>/dev/null | grep -E '/[0-9a-f]{64}$' || true; }

# Names the units whose database is gone; each answers 503 by itself, the others serve.
missing_stores() {
  for anchor in $(anchors_in "$SECOND"); do
    set -- "$DATA"/objects/*/"${anchor##*/}".sqlite
    [ -e "$1" ] || say "单位 $(unit_of "$anchor") 的数据库不见了：它将答复 503，请从备份恢复" >&2
  done
}

# The runtime writes the second place by rename and cannot wait for its disk: here it is brought there soon after a write.
flush_second() {
  touch "$DATA/run/flushed"
  while sleep 1 && kill -0 "$1" 2>/dev/null; do
    # What is written while this looks is newer than the mark, and found the next time.
    touch "$DATA/run/flushing"
    [ -n "$(find "$SECOND" -newer "$DATA/run/flushed" -print -quit 2>/dev/null)" ] || continue
    sync -f "$SECOND" || true
    mv "$DATA/run/flushing" "$DATA/run/flushed"
  done
}

# What is no database any more would fail every call without a name; moved away it is missed by name.
move_damaged() {
  [ -d "$DATA/objects" ] || return 0
  find "$DATA/objects" -name '*.sqlite' -size +0 -exec grep -L -a -m 1 '^SQLite format 3' {} + | while IFS= read -r database; do
    name=${database##*/}
    anchor=$SECOND/${name%.sqlite}
    [ -e "$anchor" ] || stop "数据库文件损坏：$database，请从备份恢复"
    mkdir -p "$DATA/damaged"
    for ending in '' -wal -shm; do [ ! -e "$database$ending" ] || mv "$database$ending" "$DATA/damaged/"; done
    say "单位 $(unit_of "$anchor") 的数据库文件损坏，已移到 $DATA/damaged" >&2
  done
}

running() {
  pid=$(cat "$DATA/pid" 2>/dev/null || echo 0)
  ! flock -n "$DATA/lock" true 2>/dev/null && [ "$(readlink "/proc/$pid/exe" 2>/dev/null)" = "$here/bin/workerd" ]
}

# A process that is stopped has its files as they would be after a crash at that instant, which they survive: all at one
# instant, so that no unit above has seen more of a unit below than the copy holds.
hold_still() {
  trap 'kill -CONT "$pid" 2>/dev/null' EXIT
  trap 'exit 1' HUP INT TERM
  kill -STOP "$pid"
  for task in /proc/"$pid"/task/*; do
    until grep -qs '^State:.[TtZ]' "$task/status" || [ ! -e "$task" ]; do sleep 0.01; done
  done
}
go_on() {
  kill -CONT "$pid"
  trap - EXIT HUP INT TERM
}

# Copies what has changed since the first copy was begun, and drops from it what is gone.
copy_changed() {
  for part in objects second; do
    from=$DATA/objects
    [ $part = objects ] || from=$SECOND
    (cd "$from" && find . -type f ! -name '*-shm' -newer "$target/.begun") | while IFS= read -r file; do
      mkdir -p "$target/$part/$(dirname "$file")"
      cp -p "$from/$file" "$target/$part/$file"
    done
    (cd "$target/$part" && find . -type f) | while IFS= read -r file; do
      [ -e "$from/$file" ] || rm -f "$target/$part/$file"
    done
  done
}

backup() {
  target=$1/first-button-$(date +%Y%m%dT%H%M%S)
  mkdir -p "$1" && mkdir "$target" 2>/dev/null || stop "建不了文件夹 $target"
  touch -d '2 seconds ago' "$target/.begun"
  mkdir "$target/objects" "$target/second"
  if running; then live=yes; else live=no && take_lock; fi
  # Most of it is copied while the service goes on; it stands still only for what changed meanwhile. A file that is written
  # or gone while it is copied is copied anew then.
  cp -a "$DATA/objects/." "$target/objects/" 2>/dev/null || true
  cp -a "$SECOND/." "$target/second/" 2>/dev/null || true
  find "$target" -name '*-shm' -delete
  began=$(date +%s%N)
  [ $live = no ] || hold_still
  copy_changed || stop "备份没有完成，请检查 $target 所在磁盘的空间"
  [ $live = no ] || go_on
  paused=$((($(date +%s%N) - began) / 1000000))
  for part in objects second; do
    from=$DATA/objects
    [ $part = objects ] || from=$SECOND
    [ -d "$from" ] || stop "没有数据可以备份：$from"
  done
  cp "$DATA/form" "$target/form"
  rm "$target/.begun"
  (cd "$target" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS)
  sync
  if [ $live = yes ]; then say "备份完成：$target（服务暂停了 $paused 毫秒）"; else say "备份完成：$target（服务没有运行）"; fi
}

restore() {
  copy=$1
  [ -f "$copy/SHA256SUMS" ] || stop "$copy 不是备份文件夹"
  (cd "$copy" && sha256sum --quiet -c SHA256SUMS >/dev/null 2>&1) || stop "备份 $copy 与校验值不符，不能使用"
  check_files
  take_lock
  aside=$DATA/before-$(date +%Y%m%dT%H%M%S)
  mkdir "$aside"
  [ ! -d "$DATA/objects" ] || mv "$DATA/objects" "$aside/objects"
  cp -a "$copy/objects" "$DATA/objects"
  cp "$copy/form" "$DATA/form"
  check_form
  # What the second place still knows stays: it is how a unit learns that it has lost something.
  cp -an "$copy/second/." "$SECOND/"
  for anchor in $(anchors_in "$SECOND"); do
    cmp -s "$anchor" "$copy/second/${anchor##*/}" && continue
    if [ "$2" = --accept-loss ]; then
      cp -p "$anchor" "$anchor.accepted"
      say "单位 $(unit_of "$anchor")：备份之后的记录已经丢失，予以承认，台账将记下"
    else
      say "单位 $(unit_of "$anchor")：备份比第二存放处的检查点旧，启动后将答复 503；承认丢失：first-button accept $(unit_of "$anchor")"
    fi
  done
  say "恢复完成：$copy；原来的数据移到 $aside"
}

# Takes a unit's files out of a service that does not run. Its checkpoint stays in the second place: asked here again, the
# unit says that it is gone, and can never have two pasts.
move_out() {
  take_lock
  for anchor in $(anchors_in "$SECOND"); do
    [ "$(unit_of "$anchor")" = "$1" ] && [ "$1" != directory ] || continue
    name=${anchor##*/}
    set -- "$1" "$2" "$DATA"/objects/*/"$name".sqlite
    [ -e "$3" ] || stop "单位 $1 的数据库不在这里"
    mkdir "$2" 2>/dev/null || stop "建不了文件夹 $2，或者它已经存在"
    cp -p "$anchor" "$2/"
    for ending in '' -wal; do [ ! -e "$3$ending" ] || cp -p "$3$ending" "$2/"; done
    cp "$DATA/form" "$2/form"
    (cd "$2" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS)
    sync
    rm -f "$3" "$3-wal" "$3-shm"
    say "单位 $1 已移到 $2；在新的部署里建好同一编号的单位，停下服务后运行 first-button move-in"
    return
  done
  stop "第二存放处 $SECOND 没有单位 $1 的检查点"
}

# Puts a unit that was taken out elsewhere in the place of one of the same id that has just been made here.
move_in() {
  (cd "$1" && sha256sum --quiet -c SHA256SUMS >/dev/null 2>&1) || stop "$1 不是移出的单位，或者与校验值不符"
  take_lock
  theirs=$(cat "$1/form")
  own=$(cat "$program/form")
  [ "${theirs#* }" -le "${own#* }" ] || stop "移出的单位（格式 $theirs）由更新的版本写成，请先升级本程序（格式 $own）"
  for anchor in $(anchors_in "$1"); do
    name=${anchor##*/}
    [ -e "$SECOND/$name" ] || stop "本部署没有单位 $(unit_of "$anchor")，请先由管理员新建同一编号的单位"
    set -- "$1" "$DATA"/objects/*/"$name".sqlite
    [ -e "$2" ] || stop "单位 $(unit_of "$anchor") 在本部署的数据库不见了，请先处理"
    aside=$DATA/before-$(date +%Y%m%dT%H%M%S)
    mkdir "$aside"
    for ending in '' -wal -shm; do [ ! -e "$2$ending" ] || mv "$2$ending" "$aside/"; done
    for ending in '' -wal; do [ ! -e "$1/$name.sqlite$ending" ] || cp -p "$1/$name.sqlite$ending" "${2%/*}/"; done
    mv "$SECOND/$name" "$aside/"
    cp -p "$anchor" "$SECOND/$name"
    say "单位 $(unit_of "$anchor") 已移入；本部署里刚建的空台账移到 $aside"
  done
}

# The second place itself was lost, or a power cut has left files there that say nothing: lets each object begin anew there.
accept_no_second() {
  count=0
  for database in "$DATA"/objects/*/*.sqlite; do
    name=${database##*/}
    name=${name%.sqlite}
    anchor=$SECOND/$name
    [ -e "$database" ] && [ "$name" != metadata ] || continue
    if [ -e "$anchor" ]; then
      ! grep -q '^{.*"turn":.*}$' "$anchor" || continue
      cp -p "$anchor" "$anchor.accepted"
    else
      : >"$anchor.accepted"
    fi
    # By root for the service: its own user must be able to read it.
    chown --reference="$SECOND" "$anchor.accepted"
    count=$((count + 1))
  done
  say "第二存放处没有检查点的有 $count 个，予以承认，台账将记下"
}

# What was accepted of a checkpoint that is no longer the one in force is worth nothing.
drop_used() {
  for accepted in "$SECOND"/*.accepted; do
    [ -e "$accepted" ] || continue
    anchor=${accepted%.accepted}
    if [ -e "$anchor" ]; then cmp -s "$accepted" "$anchor" || rm -f "$accepted"; else [ ! -s "$accepted" ] || rm -f "$accepted"; fi
  done
}

# Lets a unit go on with less than the second place knows; its ledger says so.
accept() {
  if [ "$1" = --no-second ]; then
    accept_no_second
    return
  fi
  found=''
  for anchor in $(anchors_in "$SECOND"); do
    [ "$(unit_of "$anchor")" = "$1" ] || continue
    cp -p "$anchor" "$anchor.accepted"
    found=$anchor
  done
  [ -n "$found" ] || stop "第二存放处 $SECOND 没有单位 $1 的检查点"
  say "单位 $1：已承认丢失，下一次打开时生效，台账将记下"
}
