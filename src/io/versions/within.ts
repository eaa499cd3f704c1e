/** No answer in time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

/** The promise's result if it arrives within the time limit. @throws OutOfTime otherwise */
export async function withTimeout<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
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
