/** The vectors through the page's own modules, without a browser: node page_vectors.mjs PAGE < vectors. */
import { readFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const language = await import(`${folder}/js/language.js`);
const format = await import(`${folder}/js/format.js`);
const { words, formats, particles } = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];
const check = (is, expected, about) => is === expected || wrong.push({ is, expected, ...about });

for (const of of ["en", "ko"]) {
  language.learn(of, words[of]);
  language.setLanguage(of);
  for (const { call, with: given, ...vector } of formats) {
    const name = call.replace(/_(.)/, (_, letter) => letter.toUpperCase());
    check(format[name]?.(...given), vector[of], { call, given, of });
  }
}
for (const { word, forms, is } of particles) check(language.withParticle(word, forms), is, { word, forms });
// A message calls the function by its name in Fluent.
language.learn("ko", 'reaches = { JOSA($place, "\uc744/\ub97c") }');
check(language.t("reaches", { place: "\uc11c\uc6b8" }), "\uc11c\uc6b8\uc744", { message: "reaches" });
console.log(JSON.stringify(wrong));
