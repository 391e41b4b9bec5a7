// Share makes the widgets of a dashlet.
model.widgets = [
  { id: 'MySteps', name: 'TTDN.MySteps' },
  {
    id: 'DashletResizer',
    name: 'Alfresco.widget.DashletResizer',
    initArgs: ['"' + args.htmlid + '"', '"' + instance.object.id + '"'],
    useMessages: false,
  },
];
