import { useTranslation } from 'react-i18next'
import { FitButton } from '@/map/FitButton'
import { useChentu } from '@/store/chentu'

/**
 * Button under the zoom buttons that shows the whole city. The map then fits itself to its window until it is moved.
 */
export function WholeCity({ right }: { readonly right: number }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  return <FitButton label={t('frame.wholeCity')} right={right} onFit={() => setView({ camera: null })} />
}
