//! Keys by their names in UI Events, as WebDriver's code points (section 17.4.2, "keyboard actions").
//! It refuses to type texts; `Element::type_text` does.

use serde_json::{Value, json};

/// Presses all parts of `Control+Shift+k` in order and releases them in reverse.
pub(super) fn actions(keys: &str) -> Value {
    let parts: Vec<&str> = if keys == "+" {
        vec!["+"]
    } else {
        keys.split('+').collect()
    };
    let down = parts
        .iter()
        .map(|part| json!({ "type": "keyDown", "value": code(part) }));
    let up = parts
        .iter()
        .rev()
        .map(|part| json!({ "type": "keyUp", "value": code(part) }));
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": down.chain(up).collect::<Vec<_>>() }] })
}

fn code(key: &str) -> &str {
    match key {
        "Backspace" => "\u{E003}",
        "Tab" => "\u{E004}",
        "Enter" => "\u{E007}",
        "Shift" => "\u{E008}",
        "Control" => "\u{E009}",
        "Alt" => "\u{E00A}",
        "Escape" => "\u{E00C}",
        "Space" => " ",
        "PageUp" => "\u{E00E}",
        "PageDown" => "\u{E00F}",
        "End" => "\u{E010}",
        "Home" => "\u{E011}",
        "ArrowLeft" => "\u{E012}",
        "ArrowUp" => "\u{E013}",
        "ArrowRight" => "\u{E014}",
        "ArrowDown" => "\u{E015}",
        "Delete" => "\u{E017}",
        "Meta" => "\u{E03D}",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_are_held() {
        #[track_caller]
        fn check(keys: &str, expect: &str) {
            let actions = actions(keys);
            let steps = actions["actions"][0]["actions"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let show = |step: &Value| {
                let sign = if step["type"] == "keyDown" { "+" } else { "-" };
                format!("{sign}{}", step["value"].as_str().unwrap_or_default())
            };
            assert_eq!(
                steps.iter().map(show).collect::<Vec<_>>().join(" "),
                expect,
                "{keys}"
            );
        }
        check("a", "+a -a");
        check("+", "++ -+");
        check("Shift+Tab", "+\u{E008} +\u{E004} -\u{E004} -\u{E008}");
    }
}
