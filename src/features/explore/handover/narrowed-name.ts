/** So much of what narrows stands in the name of a file: the rest of a path has to fit too, and a person has to read it. */
const LONGEST = 40

/**
 * What a file of shown sources is named, before its day: what it is of, what it was narrowed by, and how many rows it
 * has, so that two of one day lie beside each other. `chosen`: what was chosen of each way that narrows, in words.
 */
export function narrowedName(subject: string, content: string, chosen: readonly string[], count: string): string {
  // The kind alone is the subject already.
  const said = [...chosen.filter((each) => each !== subject).join(' ')]
  const narrowed = said.length > LONGEST ? `${said.slice(0, LONGEST - 1).join('')}…` : said.join('')
  return [subject + content, narrowed, count].filter((part) => part !== '').join(' ')
}
