//! The linker's weights, in the order of the features. Written by `training/linker.py`.

use super::features::{CUE_FEATURES, SPEAKER_FEATURES};

pub const CUE: [f32; CUE_FEATURES] = [
    0.409, 3.528, 0.984, -0.404, -2.793, 0.653, -1.559, -2.493,
    2.087, -0.850, -0.268, -0.560, -0.075, -4.005, -1.144, -0.310,
    -0.510, -0.543, -2.730, 1.146, 0.495, -1.152, 0.396, 2.072,
    1.946, -0.042,
];
pub const SPEAKER: [f32; SPEAKER_FEATURES] = [
    -0.773, 4.503, 1.118, -0.568, -4.512, -1.317, -1.745, 2.506,
    3.637, -1.021, 1.163, -0.257, -1.328, -1.369, -2.603, -0.916,
    -0.964, 1.189, -0.482, 1.740, 0.295, 0.289,
];
