//! Calibration: from the model's probabilities to confidences.

use crate::tagger::{ModelError, ModelFile};

/// A piecewise-linear map from the joint probability of an entity's labels to the share of such entities that are
/// right, fitted on texts that the model was not trained on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// Pairs of raw and calibrated probability, in order. Without any, probabilities stay as they are.
    knots: Vec<(f32, f32)>,
}

impl Calibration {
    /// Reads the tensor `calibration`, if there is one.
    pub fn read(file: &ModelFile) -> Result<Calibration, ModelError> {
        let Some(tensor) = file.find("calibration") else {
            return Ok(Calibration::default());
        };
        let knots: Vec<(f32, f32)> = tensor.floats()?.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let ordered = knots.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 <= w[1].1);
        if !ordered || knots.iter().any(|k| !(0.0..=1.0).contains(&k.1)) {
            return Err(tensor.wrong("is no rising list of probabilities"));
        }
        Ok(Calibration { knots })
    }

    pub fn apply(&self, raw: f32) -> f32 {
        let after = self.knots.partition_point(|k| k.0 <= raw);
        match (after.checked_sub(1).map(|i| self.knots[i]), self.knots.get(after)) {
            (None, None) => raw,
            (Some(last), None) => last.1,
            (None, Some(first)) => first.1,
            (Some((x0, y0)), Some(&(x1, y1))) => y0 + (y1 - y0) * ((raw - x0) / (x1 - x0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_between_knots_and_level_outside() {
        let map = Calibration { knots: vec![(0.2, 0.1), (0.6, 0.5), (1.0, 0.9)] };
        for (raw, expected) in [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.6, 0.5), (0.9, 0.8), (1.0, 0.9)] {
            assert!((map.apply(raw) - expected).abs() < 1e-6, "{raw}");
        }
        assert_eq!(Calibration::default().apply(0.37), 0.37);
    }
}
