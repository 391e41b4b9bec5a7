// Share makes the widgets of a dashlet.
model.widgets = [
  { id: 'OwedAnswers', name: 'TTDN.OwedAnswers' },
  {
    id: 'DashletResizer',
    name: 'Alfresco.widget.DashletResizer',
    initArgs: ['"' + args.htmlid + '"', '"' + instance.object.id + '"'],
    useMessages: false,
  },
];
