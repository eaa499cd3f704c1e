// React Aria would insert a style element, which the page's policy refuses, unless an element with this id exists;
// popup.module.css has its only rule. Every popup imports this.
if (!document.getElementById('react-aria-pressable-style'))
  document.head.append(Object.assign(document.createElement('meta'), { id: 'react-aria-pressable-style' }))
