/** What parts names in a cell; 及 only behind what ends the name of an office, as it stands in names too. */
const BETWEEN = /[、，,；;\n]|(?<=[局委办会府队心司厅处站院部）)])(?:以)?及(?!时)/

/** The departments that a cell names, one by one: 市自然资源局、市生态环境局及市水利局 are three. */
export const joinedNames = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
