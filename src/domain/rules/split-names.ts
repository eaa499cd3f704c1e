/**
 * Separators between names in a cell; 及 only after the last character of an office's name, since it also occurs within
 * names.
 */
const BETWEEN = /[、，,；;\n]|(?<=[局委办会府队心司厅处站院部）)])(?:以)?及(?!时)/

/** Splits the departments named in a cell: 市自然资源局、市生态环境局及市水利局 are three. */
export const splitNames = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
