#!/usr/bin/env bash
# Tests the trainers on inputs of a few words. It needs PyTorch: packages.sh installs it.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
PYTHONPATH=.:tests OMP_NUM_THREADS=1 exec "$python" -m unittest discover --start-directory tests "$@"
