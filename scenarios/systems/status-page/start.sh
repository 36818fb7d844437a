#!/bin/sh
# Starts a release of the status page without a container, in the foreground; SIGTERM ends it when the requests in flight
# are answered.
#   start.sh CONFIG PAGE PORT FOLDER    the release's two files, a port of 127.0.0.1, and a folder that may be written
set -eu
PATH=$PATH:/usr/sbin   # where Debian puts nginx

config=$1
page=$2
port=$3
folder=$4

mkdir -p "$folder/state" "$folder/pages"
cp "$page" "$folder/pages/index.html"
# The release's own configuration with the places of this machine: nginx takes no settings from its environment.
sed -e "s|listen 8080;|listen 127.0.0.1:$port;|" \
  -e "s|/run/status-page\([^;]*\);|\"$folder/state\1\";|" \
  -e "s|/srv/status-page;|\"$folder/pages\";|" "$config" >"$folder/nginx.conf"

globals='daemon off;'
# Started by root: the folder may lie where only root may go, so its workers stay root.
[ "$(id -u)" -ne 0 ] || globals="$globals user root;"

# It ends with this script, however that is ended.
setpriv --pdeathsig TERM nginx -e stderr -c "$folder/nginx.conf" -g "$globals" &
server=$!
# nginx drops requests at SIGTERM and finishes them at SIGQUIT.
trap 'kill -QUIT "$server" 2>/dev/null || true' TERM INT
ended=0
wait "$server" || ended=$?
# A signal ends the first 'wait' at once.
while kill -0 "$server" 2>/dev/null; do
  ended=0
  wait "$server" || ended=$?
done
exit "$ended"
