import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '@/store/page/use-attempt'
import { judgeTracksAnew, useTracks } from '@/store/tracks'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

/** Says that imported tracks are judged by lists or settings of before, and judges them anew at a press. */
export function JudgedBefore({ trucks }: { readonly trucks: number }) {
  const { t } = useTranslation()
  const keeping = useTracks((state) => state.keeping)
  const { problems, attempt } = useAttempt()
  const note = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    const section = note.current?.closest('section')
    // It goes once all is judged, and with it the button that has the focus: the next key would begin at the top of the page.
    return () => {
      if (isPressed.current && document.activeElement === document.body) section?.focus({ preventScroll: true })
    }
  }, [])
  function judge() {
    if (keeping) return
    isPressed.current = true
    void attempt(judgeTracksAnew)
  }
  return (
    <div role="note" ref={note}>
      <p>{t('trucks.judgedBefore', { count: trucks })}</p>
      <Refused problems={problems} />
      {/* A button that is off would lose the focus. */}
      <Button aria-disabled={keeping !== null} onClick={judge}>
        {keeping
          ? t('trucks.judging', { percent: Math.round((100 * keeping.done) / Math.max(1, keeping.of)) })
          : t('trucks.judgeAnew')}
      </Button>
    </div>
  )
}
