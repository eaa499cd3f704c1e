import { z } from 'zod'

// Otherwise zod probes `new Function`, which the page's policy forbids and reports.
z.config({ jitless: true })

export { z }

/** The first few issues of a failed check as one line: path and expectation. */
export function issuesText(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || '(root)'}: ${message}`)
    .join('; ')
}
