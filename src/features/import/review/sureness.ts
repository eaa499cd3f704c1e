/** Confidence of a recognition in three levels. */
export function confidenceLevel(confidence: number): 'high' | 'middle' | 'low' {
  if (confidence >= 0.75) return 'high'
  return confidence >= 0.5 ? 'middle' : 'low'
}
