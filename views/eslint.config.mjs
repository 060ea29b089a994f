/* For `npx eslint --config views/eslint.config.mjs views/*.js`; the scripts are inlined one after the other. */
const names = ["URLSearchParams", "document", "getComputedStyle", "navigator", "setTimeout", "vis", "window"];
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write"];

export default [
  {
    files: ["**/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "script",
      globals: { communique: "writable", ...Object.fromEntries(names.map((name) => [name, "readonly"])) },
    },
    rules: {
      "complexity": ["error", 8],
      "eqeqeq": "error",
      "max-lines-per-function": ["error", { max: 22, skipComments: true, IIFEs: false }],
      "no-const-assign": "error",
      "no-dupe-keys": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error", ...markup.map((property) => ({ property }))],
      "no-shadow": ["error", { builtinGlobals: false, allow: ["communique"] }],
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unused-vars": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
