//! Fingers and the mouse, as WebDriver's pointer actions (section 17.4.3). It refuses engines that turn fingers into a mouse:
//! WebKitGTK's driver does.

use serde_json::{Value, json};

use super::Page;
use crate::HarnessError;

impl Page<'_> {
    /// Puts fingers down at the first of their points (CSS pixels from the window's corner), moves all of them along, `leg_ms`
    /// from point to point, and lifts them.
    ///
    /// # Errors
    /// The driver's.
    pub fn touch(&self, fingers: &[&[(i32, i32)]], leg_ms: u32) -> Result<(), HarnessError> {
        self.point("touch", fingers, leg_ms)
    }

    /// A finger taps twice, at once.
    ///
    /// # Errors
    /// The driver's.
    pub fn tap_twice(&self, (x, y): (i32, i32)) -> Result<(), HarnessError> {
        let mut steps = vec![
            json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y }),
        ];
        for _ in 0..2 {
            steps.push(json!({ "type": "pointerDown", "button": 0 }));
            steps.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        self.perform(&json!([{
            "type": "pointer", "id": "touch0", "parameters": { "pointerType": "touch" }, "actions": steps,
        }]))
    }

    /// Drags the mouse with its first button along a way; one point is a click.
    ///
    /// # Errors
    /// The driver's.
    pub fn drag(&self, way: &[(i32, i32)], leg_ms: u32) -> Result<(), HarnessError> {
        self.point("mouse", &[way], leg_ms)
    }

    /// Turns the wheel by so many CSS pixels (downwards) over a point.
    ///
    /// # Errors
    /// The driver's.
    pub fn wheel(&self, at: (i32, i32), delta_y: i32) -> Result<(), HarnessError> {
        let turn = json!({
            "type": "scroll", "origin": "viewport", "x": at.0, "y": at.1, "deltaX": 0, "deltaY": delta_y, "duration": 0,
        });
        self.perform(&json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]))
    }

    fn point(&self, kind: &str, ways: &[&[(i32, i32)]], leg_ms: u32) -> Result<(), HarnessError> {
        let sources: Vec<Value> = ways
            .iter()
            .enumerate()
            .map(|(number, way)| source(kind, number, way, leg_ms))
            .collect();
        self.perform(&Value::from(sources))
    }

    fn perform(&self, actions: &Value) -> Result<(), HarnessError> {
        let session = &self.browser.session;
        session.post("actions", &json!({ "actions": actions }))?;
        Ok(())
    }
}

fn source(kind: &str, number: usize, way: &[(i32, i32)], leg_ms: u32) -> Value {
    let step = |(at, (x, y)): (usize, &(i32, i32))| {
        let duration = if at == 0 { 0 } else { leg_ms };
        json!({ "type": "pointerMove", "duration": duration, "origin": "viewport", "x": x, "y": y })
    };
    let mut steps: Vec<Value> = way.iter().enumerate().map(step).collect();
    steps.insert(
        1.min(steps.len()),
        json!({ "type": "pointerDown", "button": 0 }),
    );
    steps.push(json!({ "type": "pointerUp", "button": 0 }));
    json!({
        "type": "pointer", "id": format!("{kind}{number}"), "parameters": { "pointerType": kind }, "actions": steps,
    })
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn a_finger_is_down_from_its_first_point_to_its_last() {
        let source = source("touch", 0, &[(1, 2), (3, 4)], 20);
        let steps = source["actions"].as_array().cloned().unwrap_or_default();
        let kinds: Vec<_> = steps
            .iter()
            .map(|step| step["type"].as_str().unwrap_or_default())
            .collect();
        assert_eq!(
            kinds,
            ["pointerMove", "pointerDown", "pointerMove", "pointerUp"]
        );
    }
}
