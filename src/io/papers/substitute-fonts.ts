import { SUBSTITUTES } from './official-style'

const SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Content of `word/fontTable.xml`: each font of a paper with the one that Word uses if it is not installed. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${SPACE}">${Object.entries(SUBSTITUTES)
    .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
    .join('')}</w:fonts>`
