import { useState } from 'react'

/** An answer that holds for one question only: if more files change the question, it is open again. */
export function useAnswerAbout<Answer>(question: unknown): [Answer | null, (answer: Answer) => void] {
  const about = JSON.stringify(question ?? null)
  const [given, setGiven] = useState<{ readonly about: string; readonly answer: Answer } | null>(null)
  return [given !== null && given.about === about ? given.answer : null, (answer) => setGiven({ about, answer })]
}
