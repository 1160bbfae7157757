/** The code points that stand for keys without a character (W3C WebDriver, “Keyboard actions”). */
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  Meta: "\uE03D",
};

/** What WebDriver calls a key of puppeteer. @param {string} key */
export function keyValue(key) {
  const value = KEYS[key] ?? (/^(Key|Digit)(.)$/.exec(key)?.[2].toLowerCase() || key);
  if ([...value].length !== 1) throw new Error(`no key is known as ${key}`);
  return value;
}

/** The keys that type a text. @param {string} text */
export const keysOf = (text) => Array.from(text, (character) => (character === "\n" ? KEYS.Enter : character));
