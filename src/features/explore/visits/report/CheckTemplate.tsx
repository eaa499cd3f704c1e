import { useTranslation } from 'react-i18next'
import { NO_CHECK } from '@/io/papers/check-data'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Refused } from '@/ui/Refused'
import { WordTemplate } from '@/ui/WordTemplate'

/** The office's own Word template for 现场检查记录; it is kept with the data and reaches tablets with it. */
export function CheckTemplate() {
  const { t } = useTranslation()
  const { running, problems, attempt } = useAttempt()
  const form = useWordTemplate('check')
  return (
    <>
      <WordTemplate
        paper={t('sign.title')}
        name={form.name}
        help={t('sign.deskDocument')}
        faults={form.faults.map((fault) => wordFaultLine(t, fault))}
        fields={wordFieldNames(NO_CHECK)}
        disabled={running}
        onChoose={(file) => void attempt(() => form.choose(file, NO_CHECK))}
        onDrop={() => void attempt(form.drop)}
      />
      <Refused problems={problems} />
    </>
  )
}
