//! The linker's weights, in the order of the features. Written by `training/linker.py`.

use super::features::{CUE_FEATURES, SPEAKER_FEATURES};

pub const CUE: [f32; CUE_FEATURES] = [
    0.496, 3.489, 0.917, -0.275, -2.824, 0.766, -1.578, -2.525,
    2.090, -0.855, -0.243, -0.497, -0.097, -3.915, -1.343, -0.372,
    -0.510, -0.529, -2.663, 1.178, 0.466, -1.105, 1.519, 1.686,
];
pub const SPEAKER: [f32; SPEAKER_FEATURES] = [
    -0.773, 4.503, 1.118, -0.568, -4.512, -1.317, -1.745, 2.506,
    3.637, -1.021, 1.163, -0.257, -1.328, -1.369, -2.603, -0.916,
    -0.964, 1.189, -0.482, 1.740, 0.295, 0.289,
];
