/** What has been done and what is under way. Moves only when something really happened. */
Component({
  properties: {
    /** `WorkingStep[]` of login/view.ts. */
    steps: Array,
  },
});
