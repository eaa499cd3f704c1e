/** An English office name without its common prefix, for narrow columns: Municipal Bureau of Transport is Transport. */
export const shortOffice = (name: string): string =>
  name.replace(/^Municipal (?:(?:Bureau|Commission|Office) of )?/, '')
