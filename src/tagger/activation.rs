//! The activation functions. They are our own so that every build computes the same bits: those of the standard
//! library differ between native code and WebAssembly. They have no branches, so that the compiler vectorises
//! loops over them.

/// An RMS-normed 1 in fixed point. With 7 bits this gives a range from -5.3 to 5.2; what is outside is clamped. A
/// larger range makes the steps coarser, a smaller one clamps more: on the dev sets 10 to 14 are equally good.
pub const NORMED_ONE: f32 = 12.0;

/// The same for numbers between -1 and 1.
pub const UNIT_ONE: f32 = 63.0;

/// Zero in fixed point: numbers are stored plus 64, as bytes up to 127. Instructions that multiply bytes take one
/// factor without a sign, and 7 bits are what all of them can handle.
pub const ZERO: u8 = 64;

/// The hyperbolic tangent, as a minimax quotient of polynomials up to 6; the error is below 2e-5.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    const BOUND: f32 = 6.0;
    let x = if x > BOUND { BOUND } else { x };
    let x = if x < -BOUND { -BOUND } else { x };
    let y = x * x;
    let over = x * (0.999_971_16 + y * (0.114_472_48 + y * 0.001_495_536_5));
    let under = 1.0 + y * (0.447_713_85 + y * (0.017_487_308 + y * 5.518_493_4e-5));
    over / under
}

#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// A number in fixed point, rounded to the nearest step (ties to even).
///
/// Adding 1.5 · 2²³ leaves the rounded number in the low bits of the mantissa.
#[inline(always)]
pub fn fixed(x: f32, one: f32) -> u8 {
    const LOWEST: f32 = -64.0;
    const HIGHEST: f32 = 63.0;
    let x = x * one;
    let x = if x > HIGHEST { HIGHEST } else { x };
    let x = if x < LOWEST { LOWEST } else { x };
    (x + (12_582_912.0 - LOWEST)).to_bits() as u8
}

/// e to the power of `x`, for `x` up to 0; the relative error is below 5e-6.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let x = if x < -80.0 { -80.0 } else { x };
    // x = n ln 2 + r with |r| ≤ ln 2 / 2; the magic number rounds as in `fixed`.
    let shifted = x * core::f32::consts::LOG2_E + 12_582_912.0;
    let n = shifted - 12_582_912.0;
    let r = x - n * 0.693_145_75 - n * 1.428_606_8e-6;
    let p = 1.0 + r * (1.0 + r * (0.5 + r * (0.166_666_67 + r * (0.041_666_67 + r * 0.008_333_334))));
    // 2ⁿ: n is in the low bits of `shifted`; the exponent, where it belongs, counts from 127.
    p * f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23))
}

/// The natural logarithm of a normal positive number; the error is below 1e-6 of its size plus 1e-6.
pub fn ln(x: f32) -> f32 {
    // x = m · 2^e with m between √½ and √2, and ln m = 2 artanh((m - 1) / (m + 1)).
    let bits = x.to_bits().wrapping_sub(0x3f35_04f3);
    let exponent = (bits as i32) >> 23;
    let m = f32::from_bits((bits & 0x007f_ffff) + 0x3f35_04f3);
    let s = (m - 1.0) / (m + 1.0);
    let y = s * s;
    let artanh = s * (1.0 + y * (0.333_333_34 + y * (0.2 + y * (0.142_857_15 + y * 0.111_111_11))));
    exponent as f32 * core::f32::consts::LN_2 + 2.0 * artanh
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(from: f32, to: f32) -> impl Iterator<Item = f32> {
        (0..=20_000).map(move |i| from + (to - from) * (i as f32) / 20_000.0)
    }

    #[test]
    fn functions_are_close_to_the_exact_ones() {
        for x in points(-12.0, 12.0) {
            let wide = f64::from(x);
            assert!((f64::from(tanh(x)) - wide.tanh()).abs() < 2e-5, "tanh {x}");
            assert!((f64::from(sigmoid(x)) - 1.0 / (1.0 + (-wide).exp())).abs() < 2e-5, "sigmoid {x}");
        }
        for x in points(-30.0, 0.0) {
            let truth = f64::from(x).exp();
            assert!((f64::from(exp(x)) - truth).abs() < 5e-6 * truth, "exp {x}");
        }
        for x in points(1.0, 90.0) {
            let truth = f64::from(x).ln();
            assert!((f64::from(ln(x)) - truth).abs() < 1e-6 * truth + 1e-6, "ln {x}");
        }
    }

    #[test]
    fn fixed_point_rounds_to_the_nearest_step() {
        for one in [NORMED_ONE, UNIT_ONE] {
            for i in -63..=62i8 {
                for off in [-0.4, 0.0, 0.4] {
                    assert_eq!(i32::from(fixed((f32::from(i) + off) / one, one)) - i32::from(ZERO), i32::from(i));
                }
            }
            assert_eq!(fixed(-1e9, one), 0);
            assert_eq!(fixed(1e9, one), 127);
        }
    }
}
