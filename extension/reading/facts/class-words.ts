// The tags, roles and class names that mark labels, values, grids and things that are no content.
import { IS } from "../libraries.ts";
import { pageWords } from "./page-words.ts";

// biome-ignore format: one kind is one block of words
const CLASSES: readonly (readonly [number, string])[] = [
  [IS.noContent, "#NAV #SCRIPT #STYLE #NOSCRIPT #TEMPLATE #svg #CANVAS #OBJECT #EMBED #AUDIO #VIDEO #IFRAME #FRAME #DATALIST #LINK #META #HEAD"],
  [IS.adornment, "#BUTTON"],
  [IS.heading, "#H1 #H2 #H3 #H4 #H5 #H6 #LEGEND #CAPTION"],
  [IS.group, "#FORM #FIELDSET #TABLE #SECTION #ARTICLE"],
  [IS.group | IS.dialog, "#DIALOG"],
  [IS.noContent, "~menu ~menubar ~listbox ~tooltip ~navigation"],
  [IS.adornment, "~button"],
  [IS.heading, "~heading"],
  [IS.grid, "~grid ~table"],
  [IS.dialog | IS.group, "~dialog ~alertdialog"],
  [IS.choice, "~radio ~checkbox"],
  [IS.switch, "~switch"],
  [IS.noContent, `el-picker-panel el-picker__popper el-select-dropdown el-select__popper el-autocomplete-suggestion el-cascader__dropdown
    el-calendar el-menu el-tabs__header el-pagination el-message el-notification el-steps
    ant-select-dropdown ant-picker-dropdown ant-calendar-picker-container ant-menu ant-tabs-nav ant-tabs-bar ant-pagination ant-message ant-steps ant-picker-calendar
    layui-laydate select2-hidden-accessible chosen-drop layui-nav layui-tab-title layui-laypage layui-table-page layui-table-tool
    combo-panel datebox-calendar-inner calendar tabs-header accordion-header datagrid-pager pagination datagrid-toolbar combo-p
    w-e-toolbar w-e-bar ql-toolbar tox-editor-header mce-toolbar-grp ke-toolbar edui-toolbar edui-editor-toolbarbox cke_top ck-toolbar note-toolbar layui-layedit-tool braft-control-bar
    ivu-select-dropdown ivu-picker-panel-body ivu-menu ivu-tabs-bar ivu-page ivu-message
    el-timeline ant-timeline layui-timeline ivu-timeline timeline
    ant-tabs-nav-list n-tabs-nav arco-tabs-nav navbar dropdown-menu nav-tabs nav-pills`],
  [IS.noContent | IS.trail, "el-breadcrumb ant-breadcrumb layui-breadcrumb ivu-breadcrumb breadcrumb"],
  [IS.formItem, "el-form-item ant-form-item ivu-form-item layui-form-item layui-inline n-form-item arco-form-item t-form__item van-field"],
  [IS.formLabel, "el-form-item__label ant-form-item-label ivu-form-item-label layui-form-label n-form-item-label arco-form-item-label-col t-form__label van-field__label"],
  [IS.formContent, `el-form-item__content ant-form-item-control ant-form-item-control-wrapper ivu-form-item-content layui-input-block layui-input-inline
    n-form-item-blank arco-form-item-wrapper-col t-form__controls van-field__value`],
  [IS.descriptionLabel, `el-statistic__head ant-statistic-title ivu-cell-main el-descriptions__label el-descriptions-item__label ant-descriptions-item-label ivu-description-term n-descriptions-table-header arco-descriptions-item-label van-cell__title`],
  [IS.descriptionValue, `el-statistic__content ant-statistic-content ivu-cell-footer el-descriptions__content el-descriptions-item__content ant-descriptions-item-content ivu-description-detail n-descriptions-table-content arco-descriptions-item-value van-cell__value`],
  [IS.grid, "el-table el-table-v2 ant-table layui-table-view ivu-table vxe-table datagrid-view"],
  [IS.copy, `el-table__fixed el-table__fixed-right ant-table-fixed-left ant-table-fixed-right layui-table-fixed ivu-table-fixed ivu-table-fixed-right vxe-table--fixed-wrapper`],
  [IS.noRecord, `ant-table-measure-row ant-table-placeholder el-table__empty-block el-table__append-wrapper layui-none datagrid-filter-row datagrid-footer ivu-table-tip el-table__footer-wrapper`],
  [IS.virtual, "el-table-v2 ant-table-virtual ant-table-tbody-virtual vue-recycle-scroller ReactVirtualized__Grid"],
  [IS.pager, "el-pagination ant-pagination layui-laypage layui-table-page datagrid-pager pagination ivu-page pager page-bar"],
  [IS.select, "el-select el-tree-select el-cascader ivu-cascader ant-select ant-cascader-picker ivu-select layui-form-select n-select arco-select select2-container chosen-container bootstrap-select"],
  [IS.tag, "el-tag ant-tag ivu-tag n-tag arco-tag tagbox-label"],
  [IS.choice, `el-radio el-radio-button el-checkbox el-checkbox-button el-check-tag ant-radio-wrapper ant-radio-button-wrapper ant-checkbox-wrapper
    layui-form-radio layui-form-checkbox ivu-radio-wrapper ivu-checkbox-wrapper n-radio n-checkbox arco-radio arco-checkbox radiobutton checkbox`],
  [IS.switch, "el-switch ant-switch layui-form-switch ivu-switch switchbutton"],
  [IS.chosen, `is-checked is-active ant-radio-wrapper-checked ant-radio-button-wrapper-checked ant-checkbox-wrapper-checked layui-form-radioed layui-form-checked
    ivu-radio-wrapper-checked ivu-checkbox-wrapper-checked n-radio--checked n-checkbox--checked arco-radio-checked arco-checkbox-checked
    ant-switch-checked layui-form-onswitch ivu-switch-checked switchbutton-checked radiobutton-checked checkbox-checked`],
  [IS.adornment, `el-button ant-btn layui-btn l-btn ivu-btn btn el-form-item__error ant-form-item-explain ant-form-item-extra ant-form-explain ivu-form-item-error-tip
    invalid-feedback valid-feedback help-block el-input__count el-input__prefix el-input__suffix el-input__icon ant-input-prefix ant-input-suffix
    ant-picker-suffix ant-picker-clear ivu-cell-label ant-avatar el-avatar ivu-avatar n-avatar arco-avatar ant-badge-count el-badge__content ivu-badge-count el-tag__close el-upload__tip el-input-group__prepend el-input-number__decrease el-input-number__increase ant-input-number-handler-wrap textbox-addon ivu-input-suffix ivu-input-prefix`],
  [IS.heading, `el-card__header el-dialog__title el-drawer__title el-descriptions__title el-divider__text el-collapse-item__header el-page-header__content
    ant-card-head ant-card-head-title ant-modal-title ant-drawer-title ant-descriptions-title ant-divider-inner-text ant-collapse-header ant-page-header-heading-title
    layui-card-header layui-layer-title layui-colla-title panel-title panel-header panel-heading ivu-card-head ivu-modal-header-inner modal-title card-header card-title`],
  [IS.group, `el-dialog el-drawer el-card el-form el-descriptions el-collapse-item el-tab-pane ant-modal ant-drawer ant-card ant-form ant-descriptions ant-collapse-item
    layui-layer layui-card layui-form layui-colla-item avue-group panel window ivu-modal ivu-card ivu-form modal card`],
  [IS.group | IS.pane, "ant-tabs-tabpane ivu-tabs-tabpane tab-pane layui-tab-item"],
  [IS.dialog, "el-dialog el-drawer ant-modal ant-drawer layui-layer window ivu-modal modal"],
  [IS.prompt, "textbox-prompt"],
];

/** The words as a page's script learns them: a line for each kind, its bits and then its `#TAG`s, `~role`s and classes; then selectors and patterns by name. */
export const classWords = (): string =>
  [...CLASSES.map(([bits, words]) => `${bits} ${words.split(/\s+/).join(" ")}`), pageWords()].join("\n");
