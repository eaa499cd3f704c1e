/** An office's English name without what all of them begin with, for columns of a wall: the Bureau of Transport is Transport. */
export const shortOffice = (name: string): string =>
  name.replace(/^Municipal (?:(?:Bureau|Commission|Office) of )?/, '')
