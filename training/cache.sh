# Where things are, for the other scripts: they source this.
cache=$(realpath -m "${NEWSMARK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsmark}")
data=${NEWSMARK_DATA:-$(realpath -m ../../shared/data)}
python=$cache/venv/bin/python
mpnet=$cache/mpnet
