#!/usr/bin/env bash
# Tests the trainers on tiny inputs. Requires PyTorch, which packages.sh installs.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
PYTHONPATH=.:tests OMP_NUM_THREADS=1 exec "$python" -m unittest discover --start-directory tests "$@"
