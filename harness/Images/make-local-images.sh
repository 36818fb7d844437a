#!/usr/bin/env bash
# Makes the two base images of the stage where no registry can be reached: from Debian's packages and from the
# .NET runtime that is installed on this machine. Where a registry answers, nobody needs them.
set -euo pipefail
umask 022

suite=bookworm
documented_mirror=http://deb.debian.org/debian
runtime=10.0

debian_image=staging-harness/debian:$suite
aspnet_image=staging-harness/aspnet:$runtime

# What ASP.NET Core needs of Debian; the same packages as on Microsoft's image.
base_packages=ca-certificates,libicu72,libssl3,libstdc++6,tzdata
# What the systems under 'scenarios' need of Debian.
service_packages=(nginx-light postgresql-15)

only=all
force=no
mirror=
work=

usage() {
  cat <<END
Makes local base images, for machines that reach Debian's packages and no image registry.

  $debian_image   Debian with ${service_packages[*]}
  $aspnet_image       Debian with this machine's ASP.NET Core $runtime runtime

usage: sudo make-local-images.sh [--only aspnet|debian] [--force] [--mirror URL]

  --only aspnet|debian   make one of the two
  --force                make anew what the Docker engine has already
  --mirror URL           Debian mirror; without it, the first of this machine's apt sources that is Debian's,
                         else $documented_mirror
  --help                 this text

Needs root, a Docker engine, and Debian's packages debootstrap and docker.io. An image that the engine has is kept.
The images are for rehearsals: they hold $suite as released, without later security updates.
END
}

say() { printf '[images] %s\n' "$*"; }

fail() {
  printf '[images] %s\n' "$*" >&2
  exit 1
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --only)
        case "${2:-}" in
          aspnet | debian) only=$2 ;;
          *) fail "option '--only' has the value '${2:-}'; give 'aspnet' or 'debian'" ;;
        esac
        shift 2
        ;;
      --mirror)
        [ -n "${2:-}" ] || fail "option '--mirror' has no value; give a URL such as $documented_mirror"
        mirror=$2
        shift 2
        ;;
      --force) force=yes; shift ;;
      --help | -h) usage; exit 0 ;;
      *) fail "argument '$1' is unknown; '--help' names what there is" ;;
    esac
  done
}

is_wanted() {
  local name=$1 image=$2
  if [ "$only" != all ] && [ "$only" != "$name" ]; then return 1; fi
  if [ "$force" = no ] && docker image inspect "$image" >/dev/null 2>&1; then
    say "$image is there already and is kept; '--force' makes it anew"
    return 1
  fi
}

check_engine() {
  command -v docker >/dev/null \
    || fail "command 'docker' is missing; install Debian's package docker.io (apt-get install docker.io)"
  docker version >/dev/null 2>&1 \
    || fail "no Docker engine answers; start it (systemctl start docker, or dockerd), set DOCKER_HOST, or run this as root"
}

# Asked only when there is something to make, so that whoever has the images needs neither root nor debootstrap.
check_tools() {
  [ "$(id -u)" -eq 0 ] || fail "making an image needs root; run 'sudo $0'"
  PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
  command -v debootstrap >/dev/null \
    || fail "command 'debootstrap' is missing; install Debian's package debootstrap (apt-get install debootstrap)"
}

find_dotnet() {
  local host
  host=${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}
  [ -x "$host" ] || host=$(command -v dotnet) \
    || fail "command 'dotnet' is missing; install the ASP.NET Core $runtime runtime, or point DOTNET_ROOT at it"
  dotnet_root=$(dirname "$(readlink -f "$host")")
  core_version=$(newest "$dotnet_root/shared/Microsoft.NETCore.App")
  aspnet_version=$(newest "$dotnet_root/shared/Microsoft.AspNetCore.App")
  fxr_version=$(newest "$dotnet_root/host/fxr")
}

newest() {
  local found
  found=$(find "$1" -mindepth 1 -maxdepth 1 -name "$runtime.*" -printf '%f\n' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || fail "no version $runtime in '$1'; install the ASP.NET Core $runtime runtime"
  printf '%s' "$found"
}

choose_mirror() {
  [ -z "$mirror" ] || return 0
  if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2016  # apt expands these, not the shell
    # 'Debian' is the archive's own label: neither a vendor's repository nor the one for security updates bears it.
    mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
      | sed -n 's/^Debian //p' | head -n 1)
  fi
  mirror=${mirror:-$documented_mirror}
}

make_base() {
  base=$work/base
  log=$work/log
  choose_mirror
  say "making a Debian $suite base from $mirror"
  debootstrap --variant=minbase --include="$base_packages" "$suite" "$base" "$mirror" >"$log" 2>&1 || give_up debootstrap

  # As Debian's own slim images: later packages bring no manuals either. Licences stay.
  cat >"$base/etc/dpkg/dpkg.cfg.d/without-manuals" <<'END'
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/lintian/*
force-unsafe-io
END
  find "$base/usr/share/doc" -type f ! -name copyright -delete
  find "$base/usr/share/doc" -type l ! -name copyright -delete
  find "$base/usr/share/doc" -type d -empty -delete
  rm -rf "$base"/usr/share/{man,info,locale,lintian}/*
  # The image names Debian's documented mirror, wherever its packages came from.
  printf 'deb %s %s main\n' "$documented_mirror" "$suite" >"$base/etc/apt/sources.list"
  tidy "$base"
}

give_up() {
  tail -n 30 "$log" >&2
  fail "'$1' failed; its last output stands above"
}

# Caches, logs, and what debootstrap copied from this machine.
tidy() {
  local root=$1
  rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin "$root"/var/cache/apt/archives/*.deb
  rm -rf "$root"/var/cache/ldconfig/* "$root"/var/cache/debconf/*-old "$root"/debootstrap "$root"/tmp/* "$root"/run/*
  rm -f "$root/etc/resolv.conf" "$root/etc/hostname"
  find "$root/var/log" -type f -delete
}

in_root() {
  local root=$1
  shift
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" no_proxy="${no_proxy:-}" \
    chroot "$root" "$@" >>"$log" 2>&1
}

make_debian() {
  local root=$work/debian
  local sources=$root/etc/apt/sources.list.d/build.list
  say "installing ${service_packages[*]}"
  cp -a "$base" "$root"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  printf 'deb %s %s main\n' "$mirror" "$suite" >"$sources"
  # Nothing is started in the making, and no database cluster is made: who runs the image says where his data lies.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  mkdir "$root/etc/postgresql-common"
  echo 'create_main_cluster = false' >"$root/etc/postgresql-common/createcluster.conf"

  local apt=(apt-get -q -y -o Dir::Etc::sourcelist=/etc/apt/sources.list.d/build.list -o Dir::Etc::sourceparts=-)
  in_root "$root" "${apt[@]}" update || give_up 'apt-get update'
  in_root "$root" "${apt[@]}" install --no-install-recommends "${service_packages[@]}" || give_up 'apt-get install'
  rm -f "$root/usr/sbin/policy-rc.d" "$sources"
  tidy "$root"

  import "$root" "$debian_image" 'CMD ["bash"]'
}

make_aspnet() {
  local root=$work/aspnet
  local home=$root/usr/share/dotnet
  say "adding .NET $core_version and ASP.NET Core $aspnet_version from $dotnet_root"
  cp -a "$base" "$root"
  mkdir -p "$home"/host/fxr "$home"/shared/Microsoft.{NETCore,AspNetCore}.App
  cp "$dotnet_root"/dotnet "$home"/
  cp "$dotnet_root"/{LICENSE,ThirdPartyNotices}.txt "$home"/ 2>/dev/null || true
  cp -r "$dotnet_root/host/fxr/$fxr_version" "$home/host/fxr/"
  cp -r "$dotnet_root/shared/Microsoft.NETCore.App/$core_version" "$home/shared/Microsoft.NETCore.App/"
  cp -r "$dotnet_root/shared/Microsoft.AspNetCore.App/$aspnet_version" "$home/shared/Microsoft.AspNetCore.App/"
  ln -s /usr/share/dotnet/dotnet "$root/usr/bin/dotnet"
  in_root "$root" groupadd --gid 1654 app || give_up groupadd
  in_root "$root" useradd --uid 1654 --gid 1654 --create-home app || give_up useradd
  tidy "$root"

  # As on Microsoft's image, down to the names of the variables.
  import "$root" "$aspnet_image" 'CMD ["bash"]' \
    'ENV APP_UID=1654' \
    'ENV ASPNETCORE_HTTP_PORTS=8080' \
    'ENV DOTNET_RUNNING_IN_CONTAINER=true' \
    "ENV DOTNET_VERSION=$core_version" \
    "ENV ASPNET_VERSION=$aspnet_version"
}

import() {
  local root=$1 image=$2 former change
  shift 2
  local changes=(--change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin')
  for change in "$@"; do changes+=(--change "$change"); done
  former=$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null || true)
  tar -C "$root" --numeric-owner --sort=name -c . \
    | docker import "${changes[@]}" --message 'made by make-local-images.sh' - "$image" >/dev/null
  # What containers or other images still use stays; the engine refuses to remove it.
  [ -z "$former" ] || docker image rm "$former" >/dev/null 2>&1 || true
  rm -rf "$root"
  say "$image is made: $(($(docker image inspect --format '{{.Size}}' "$image") / 1000000)) MB, after $SECONDS s"
}

clean_up() {
  [ -n "$work" ] || return 0
  # A debootstrap that was cut short leaves /proc mounted in its folder.
  local mounted
  while read -r mounted; do umount -l "$mounted" 2>/dev/null || true; done \
    < <(awk -v under="$work/" 'index($2, under) == 1 { print $2 }' /proc/self/mounts | sort -r)
  rm -rf --one-file-system "$work"
}

main() {
  read_arguments "$@"
  check_engine
  local debian=no aspnet=no
  if is_wanted debian "$debian_image"; then debian=yes; fi
  if is_wanted aspnet "$aspnet_image"; then aspnet=yes; fi
  if [ "$debian" = no ] && [ "$aspnet" = no ]; then return; fi
  check_tools
  if [ "$aspnet" = yes ]; then find_dotnet; fi

  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  work=$(mktemp -d "${TMPDIR:-/tmp}/make-local-images.XXXXXXXX")
  make_base
  # The smaller first: who waits for it can go on.
  if [ "$aspnet" = yes ]; then make_aspnet; fi
  if [ "$debian" = yes ]; then make_debian; fi
  say "done after $SECONDS s"
}

main "$@"
