/** Any folder two levels deep, to detect paths that leave it. */
const FOLDER = 'http://package.invalid/a/b/'
// biome-ignore lint/suspicious/noControlCharactersInRegex: it detects control characters
const FORBIDDEN = /[\u0000-\u001f\u007f:\\?#]/

/** A path segment as a server decodes it; unchanged if its percent signs are invalid. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const isStep = (part: string) => part === '.' || part === '..' || /[/\\]/.test(part) || FORBIDDEN.test(part)

/**
 * Whether a path names a file within the package's own folder, however a browser or server interprets it: no absolute
 * path, no other host, no step out of the folder, neither plain nor percent-encoded.
 */
export function isInsidePackage(path: string): boolean {
  if (path === '' || path.trimStart().startsWith('/') || FORBIDDEN.test(path)) return false
  if (path.split('/').some((part) => isStep(part.trim()) || isStep(decoded(part).trim()))) return false
  return new URL(path, FOLDER).href.startsWith(FOLDER)
}
