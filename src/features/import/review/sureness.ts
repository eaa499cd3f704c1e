/** How sure a recognition is, in three words. */
export function sureness(confidence: number): 'high' | 'middle' | 'low' {
  if (confidence >= 0.75) return 'high'
  return confidence >= 0.5 ? 'middle' : 'low'
}
