// Adds our page to Share's own menu bar.
(function () {
  var menu = widgetUtils.findObject(model.jsonModel, 'id', 'HEADER_APP_MENU_BAR');
  if (menu) {
    menu.config.widgets.push({
      id: 'HEADER_TTDN_PLANS',
      name: 'alfresco/menus/AlfMenuBarItem',
      config: { id: 'HEADER_TTDN_PLANS', label: msg.get('ttdn.page.title'), targetUrl: 'ttdn-plans' },
    });
  }
})();
