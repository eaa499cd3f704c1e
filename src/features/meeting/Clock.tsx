import { useEffect, useState } from 'react'

const SECOND_MS = 1000

/** The time of day, and how long the speaker has been speaking. */
export function Clock() {
  const [begun] = useState(() => Date.now())
  const [now, setNow] = useState(begun)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((now - begun) / SECOND_MS)
  return (
    <>
      <b>{new Date(now).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })}</b>
      <span>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</span>
    </>
  )
}
