import assert from "node:assert/strict";
import { test } from "node:test";
import { isInOtherScript } from "../../www/page/language-notice.js";

test("a text in another script is distinguished from one that contains a few such words", () => {
  const arabic = "قال الوزير إن المدينة آمنة. ";
  for (const text of [
    arabic,
    "部长星期二在北京说，城市是安全的，没有人受伤。",
    "मंत्री ने मंगलवार को कहा कि शहर सुरक्षित है। ",
    "Вчера в Москве прошли переговоры.",
  ]) {
    assert.ok(isInOtherScript(text), text);
  }
  const english = "The minister said on Tuesday that the city is safe. ";
  for (const text of [
    "",
    "🎉".repeat(100),
    "北京",
    "12,000 + 7",
    english,
    english + arabic,
    "Zoë Łódź of Łódź said so on Tuesday, in Þingvellir.",
  ]) {
    assert.ok(!isInOtherScript(text), text);
  }
});
