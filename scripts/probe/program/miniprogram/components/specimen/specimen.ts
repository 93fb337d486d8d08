/** Counts what WeChat tells it, for the page to read. */
Component({
  properties: {
    value: { type: String, value: '', observer: 'valueChanged' },
    /** Whatever the page's WXS said. */
    said: null,
    number: { type: Number, value: 0 },
    either: { type: Number, optionalTypes: [String], value: 0 },
  },
  data: { changes: 0 },
  methods: {
    valueChanged() {
      this.data.changes += 1;
    },
  },
});
