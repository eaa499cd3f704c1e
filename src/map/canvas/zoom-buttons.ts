/** The zoom buttons in the corner of the map. */
export function zoomButtons(locale: Record<string, string>, zoom: (by: number, event: Event) => void): HTMLElement {
  const group = document.createElement('div')
  group.className = 'canvas-map-zoom'
  group.dataset.mapControl = 'zoom'
  for (const [name, sign, by] of [
    ['NavigationControl.ZoomIn', 'M14.5 8.5v12m-6-6h12', 1],
    ['NavigationControl.ZoomOut', 'M8.5 14.5h12', -1],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.title = locale[name] ?? ''
    button.setAttribute('aria-label', button.title)
    button.addEventListener('click', (event) => zoom(by, event))
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    picture.setAttribute('viewBox', '0 0 29 29')
    picture.setAttribute('aria-hidden', 'true')
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', sign)
    picture.append(path)
    button.append(picture)
    group.append(button)
  }
  return group
}
