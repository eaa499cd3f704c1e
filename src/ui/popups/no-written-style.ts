// React Aria would write a style element, which the page's policy refuses, unless one with this name is there; popup.module.css
// has its only rule. Every popup imports this.
if (!document.getElementById('react-aria-pressable-style'))
  document.head.append(Object.assign(document.createElement('meta'), { id: 'react-aria-pressable-style' }))
