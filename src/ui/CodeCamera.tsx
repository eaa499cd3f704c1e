import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'

interface Props {
  /** Returns the text of a QR code in a picture; null if none is seen. The picture is closed afterwards. */
  read(picture: ImageBitmap): Promise<string | null>
  /** Receives the text of a code; returns true if no more codes are needed. */
  onText(text: string): boolean
  /** Progress of the reading, or what to hold in front of the camera. */
  readonly said: string
  onClose(): void
}

/** Reads QR codes from the camera, frame by frame, until `onText` returns true. */
export default function CodeCamera({ read, onText, said, onClose }: Props) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [fault, setFault] = useState('')
  const tools = useRef({ read, onText })
  tools.current = { read, onText }

  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null

    async function look(screen: HTMLVideoElement) {
      while (!gone) {
        await new Promise(requestAnimationFrame)
        if (screen.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue
        const picture = await createImageBitmap(screen)
        // A worker gets a copy unless the picture is transferred, so it must be closed here: each holds 3.7 MB.
        const text = await tools.current.read(picture).finally(() => picture.close())
        if (!gone && text !== null && tools.current.onText(text)) return
      }
    }

    async function start() {
      // `mediaDevices` is missing over plain HTTP.
      stream = await navigator.mediaDevices
        .getUserMedia({ video: { width: { ideal: 1280 }, facingMode: 'environment' } })
        .catch(() => null)
      const screen = video.current
      if (gone || !screen) return stop()
      if (!stream) return setFault(t('check.noCamera'))
      screen.srcObject = stream
      await screen.play()
      await look(screen)
    }
    const stop = () => stream?.getTracks().forEach((track) => void track.stop())
    const failed = (error: unknown) => {
      stop()
      if (gone) return
      setFault(
        navigator.mediaDevices
          ? t('desk.cameraFailed', { reason: error instanceof Error ? error.message : String(error) })
          : t('check.noCamera'),
      )
    }
    start().catch(failed)
    return () => {
      gone = true
      stop()
    }
  }, [t])

  return (
    <div>
      {fault ? <p role="alert">{fault}</p> : <video ref={video} muted playsInline width="480" />}
      <p role="status">{said}</p>
      <Button onClick={onClose}>{t('app.close')}</Button>
    </div>
  )
}
