import { useTranslation } from 'react-i18next'
import { reportFailure } from '@/store/page/failure'
import { ReadFromDesk } from './ReadFromDesk'
import { useTakeRounds } from './use-take-rounds'

interface Props {
  readonly isPrimary: boolean
  /** Called with the outcome, in words. */
  onSaid(said: string): void
}

/** Reads a round from the desk; for any other file it tells the user where that belongs. */
export function ReadRounds({ isPrimary, onSaid }: Props) {
  const { t } = useTranslation()
  const { byHand } = useTakeRounds()
  const read = async (text: string, named = '') => {
    const said = await byHand(text)
    onSaid(said === null ? named + t('round.noRound') : named + said)
  }
  return (
    <ReadFromDesk
      words={{ file: t('round.readFile'), scan: t('round.scan'), aim: t('round.aim') }}
      isPrimary={isPrimary}
      testId="rounds"
      onFile={async (what, file, named) => {
        if (what === 'rounds' || what === 'receipt') await read(await file.text(), named)
        else onSaid(named)
      }}
      onText={(text) => void read(text).catch(reportFailure)}
      onFailed={reportFailure}
    />
  )
}
