/** Nothing was answered in time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

/** What a promise gives, if it does so within so many milliseconds. @throws OutOfTime where it does not */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
