import type { TFunction } from 'i18next'

/** Texts of the map's controls in the user's language, by MapLibre's keys. */
export function controlTexts(t: TFunction): Record<string, string> {
  return {
    'NavigationControl.ZoomIn': t('map.zoomIn'),
    'NavigationControl.ZoomOut': t('map.zoomOut'),
    'AttributionControl.ToggleAttribution': t('map.attribution'),
    'ScaleControl.Meters': t('map.metres'),
    'ScaleControl.Kilometers': t('map.kilometres'),
    'Map.Title': t('map.title'),
  }
}
