// kepler.gl on an empty background, controlled from outside: window.peer.load(url) and window.peer.filter(county)
// return milliseconds.
const { KeplerGl, React, ReactDOM, ReactRedux, Redux } = window
const reducer = KeplerGl.keplerGlReducer.initialState({ uiState: { currentModal: null, readOnly: true } })
const middleware = Redux.applyMiddleware(...KeplerGl.enhanceReduxMiddleware([]))
const store = Redux.createStore(Redux.combineReducers({ keplerGl: reducer }), {}, middleware)
const ground = { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eee' } }] }
const map = React.createElement(KeplerGl.KeplerGl ?? KeplerGl.default, {
  id: 'map',
  mapboxApiAccessToken: 'none',
  width: innerWidth,
  height: innerHeight,
  mapStyles: [{ id: 'blank', label: 'blank', url: '', style: ground }],
  mapStylesReplaceDefault: true,
})
ReactDOM.createRoot(document.getElementById('root')).render(React.createElement(ReactRedux.Provider, { store }, map))
const drawn = () => window.pictureFinished()
const state = () => store.getState().keplerGl.map.visState

window.peer = {
  async load(url) {
    const start = performance.now()
    const text = await (await fetch(url)).text()
    const data = await KeplerGl.processCsvData(text)
    const columns = { lat: '纬度(WGS84)', lng: '经度(WGS84)' }
    const layer = { id: 'p', type: 'point', config: { dataId: 'd', label: 'p', columns, isVisible: true, visConfig: { radius: 3 } } }
    store.dispatch(
      KeplerGl.addDataToMap({
        datasets: { info: { id: 'd', label: 'd' }, data },
        options: { centerMap: true, readOnly: true },
        config: { version: 'v1', config: { mapStyle: { styleType: 'blank' }, visState: { layers: [layer] } } },
      }),
    )
    while (!state().datasets.d) await drawn()
    await drawn()
    return performance.now() - start
  },
  async filter(county) {
    const start = performance.now()
    store.dispatch(KeplerGl.addFilter('d'))
    store.dispatch(KeplerGl.setFilter(0, 'name', ['区县']))
    store.dispatch(KeplerGl.setFilter(0, 'value', [county]))
    await drawn()
    return performance.now() - start
  },
  /** Number of remaining rows, to verify the filter. */
  left: () => state().datasets.d.filteredIndex.length,
  layers: () => state().layers.length,
}
