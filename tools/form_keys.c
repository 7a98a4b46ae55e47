/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/form_keys.h"

#include <string.h>

static const char *const form_keys[] = { "uuid", "name", "slug", "type",
	"active", "maintenanceMode", "translationEnabled", "loginRequired",
	"submissionAllowed", "paymentRequired", "suspensionAllowed",
	"hideNonApplicableSteps", "introductionPageContent", "explanationTemplate",
	"helpCalloutPage", "helpDialog", "literals",
	"submissionStatementsConfiguration", "openForms", "steps", "logic",
	"variables", NULL };
static const char *const form_api_keys[] = { "url", "internalName",
	"autoLoginAuthenticationBackend", "loginOptions", "cosignLoginOptions",
	"cosignHasLinkInEmail", "paymentOptions", "submissionLimitReached",
	"submissionLimit", "submissionReportDownloadLinkTitle",
	"communicationPreferencesPortalUrl", "appointmentOptions",
	"showProgressIndicator", "showSummaryProgress",
	"requiredFieldsWithAsterisk", "resumeLinkLifetime", "sendConfirmationEmail",
	"displayMainWebsiteLink", "logicRules", "rules", "registrationBackends",
	"registrationBackend", "registrationBackendOptions", "paymentBackend",
	"paymentBackendOptions", "authBackends", "authenticationBackends",
	"confirmationEmailTemplate", "submissionConfirmationTemplate", "product",
	"category", "theme", "translations", "askPrivacyConsent",
	"askStatementOfTruth", "isDeleted", "submissionsRemovalOptions", "toFill",
	NULL };
static const char *const step_keys[] = { "uuid", "slug", "name", "index",
	"isApplicable", "literals", "openForms", "configuration", "url",
	"formDefinition", "internalName", "loginRequired", "isReusable", NULL };
static const char *const configuration_keys[] = { "display", "components",
	NULL };
static const char *const component_keys[] = { "type", "key", "label",
	"description", "tooltip", "placeholder", "autocomplete", "isSensitiveData",
	"openForms", "multiple", "defaultValue", "hidden", "disabled",
	"conditional", "clearOnHide", "validate", "errors", "translatedErrors",
	"showInSummary", "hideLabel", "showInEmail", "showInPDF", "prefill",
	"registration", "faqItems", "id", "input", NULL };
static const char *const validate_keys[] = { "required", "min", "max",
	"maxLength", "pattern", "minSelectedCount", "maxSelectedCount", "minTime",
	"maxTime", "plugins", NULL };
static const char *const open_forms_keys[] = { "dataSrc", "itemsExpression",
	"service", "code", "widget", "minDate", "maxDate", "requireVerification",
	"softRequired", "components", "translations", NULL };
static const char *const conditional_keys[] = { "show", "when", "eq", NULL };
static const char *const option_keys[] = { "value", "label", "description",
	"openForms", NULL };
static const char *const date_limit_keys[] = { "mode", "includeToday",
	"variable", "operator", "delta", NULL };
static const char *const column_keys[] = { "size", "sizeMobile", "components",
	NULL };
static const char *const rule_keys[] = { "uuid", "order", "description",
	"isAdvanced", "triggerFromStep", "formSteps", "jsonLogicTrigger", "actions",
	NULL };
static const char *const action_keys[] = { "uuid", "component", "variable",
	"formStepUuid", "action", NULL };
static const char *const action_inner_keys[] = { "type", "property", "state",
	"value", "config", NULL };
static const char *const variable_keys[] = { "key", "name", "source",
	"dataType", "dataFormat", "initialValue", "isSensitiveData",
	"prefillPlugin", "serviceFetchConfiguration", NULL };
static const char *const service_keys[] = { "v", "slug", "order", "category",
	"summary", "here", "delivery", "price", "bring", "who", "elsewhere", "next",
	"contact", "search", "pictogram", "workingDays", "toFill", NULL };
static const char *const price_keys[] = { "cents", "text", NULL };

enum { MOST_KEY = 60 };

const char *const *keys_of(enum key_level level)
{
	static const char *const *const levels[N_KEY_LEVELS] = {
		[KEYS_FORM] = form_keys,
		[KEYS_FORM_API] = form_api_keys,
		[KEYS_STEP] = step_keys,
		[KEYS_CONFIGURATION] = configuration_keys,
		[KEYS_COMPONENT] = component_keys,
		[KEYS_VALIDATE] = validate_keys,
		[KEYS_OPEN_FORMS] = open_forms_keys,
		[KEYS_CONDITIONAL] = conditional_keys,
		[KEYS_OPTION] = option_keys,
		[KEYS_DATE_LIMIT] = date_limit_keys,
		[KEYS_COLUMN] = column_keys,
		[KEYS_RULE] = rule_keys,
		[KEYS_ACTION] = action_keys,
		[KEYS_ACTION_INNER] = action_inner_keys,
		[KEYS_VARIABLE] = variable_keys,
		[KEYS_SERVICE] = service_keys,
		[KEYS_PRICE] = price_keys,
	};

	return levels[level];
}

static const char *const plain_type[] = { NULL };
static const char *const text_type[] = { "showCharCount", "suffix", NULL };
static const char *const area_type[] = { "rows", "autoExpand", "showCharCount",
	NULL };
static const char *const email_type[] = { "confirmationRecipient", "validateOn",
	NULL };
static const char *const number_type[] = { "decimalLimit", "allowNegative",
	"suffix", "currency", NULL };
static const char *const choice_type[] = { "values", NULL };
static const char *const select_type[] = { "dataSrc", "data", NULL };
static const char *const date_type[] = { "datePicker", "customOptions", NULL };
static const char *const file_type[] = { "maxNumberOfFiles", "fileMaxSize",
	"filePattern", "file", "of", "useConfigFiletypes", "storage", "url",
	"options", NULL };
static const char *const address_type[] = { "deriveAddress", "layout", NULL };
static const char *const grid_type[] = { "groupLabel", "addAnother", "saveRow",
	"removeRow", "disableAddingRemovingRows", "components", NULL };
static const char *const fieldset_type[] = { "hideHeader", "components", NULL };
static const char *const columns_type[] = { "columns", NULL };
static const char *const content_type[] = { "html", "customClass", NULL };
static const char *const profile_type[] = { "digitalAddressTypes",
	"shouldUpdateCustomerData", NULL };
static const char *const map_type[] = { "useConfigDefaultMapSettings",
	"defaultZoom", "initialCenter", "interactions", "tileLayerIdentifier",
	"overlays", NULL };
static const char *const children_type[] = { "enableSelection", NULL };
static const char *const family_type[] = { "includeChildren", "includePartners",
	NULL };
static const char *const cosign_type[] = { "authPlugin", NULL };

static const char *const type_names[] = { "textfield", "textarea", "email",
	"phoneNumber", "postcode", "number", "currency", "checkbox", "radio",
	"select", "selectboxes", "date", "datetime", "time", "file", "bsn", "iban",
	"licenseplate", "addressNL", "editgrid", "fieldset", "columns", "content",
	"softRequiredErrors", "cosign", "customerProfile", "map", "partners",
	"children", "npFamilyMembers", "signature", "coSign", NULL };
/* In the same order. */
static const char *const *const type_keys[] = { text_type, area_type,
	email_type, plain_type, plain_type, number_type, number_type, plain_type,
	choice_type, select_type, choice_type, date_type, date_type, plain_type,
	file_type, plain_type, plain_type, plain_type, address_type, grid_type,
	fieldset_type, columns_type, content_type, content_type, plain_type,
	profile_type, map_type, plain_type, children_type, family_type, plain_type,
	cosign_type };

const char *const *keys_types(void)
{
	return type_names;
}

const char *const *keys_of_type(const char *type)
{
	for (size_t i = 0; type_names[i]; i++) {
		if (strcmp(type_names[i], type) == 0)
			return type_keys[i];
	}
	return NULL;
}

bool key_is_among(const char *const *keys, const char *key)
{
	for (; *keys; keys++) {
		if (strcmp(*keys, key) == 0)
			return true;
	}
	return false;
}

bool key_is_of_builder(const char *key)
{
	static const char *const builder[] = { "allowCalculateOverride",
		"allowMultipleMasks", "allowInput", "alwaysEnabled", "attributes",
		"authenticate", "autofocus", "autoAdjust", "builder", "breakpoint",
		"buttonSettings", "calculateServer", "case", "checkDataValidity",
		"clearOnRefresh", "collapsed", "collapsible", "conditionalAddButton",
		"copyNextCheckBox", "customDefaultValue", "dataGridLabel", "dataType",
		"datepickerMode", "dbIndex", "defaultDate", "defaultOpen",
		"defaultPermission", "delimiter", "deriveCity", "deriveHouseNumber",
		"derivePostcode", "deriveStreetName", "dir", "displayInTimezone",
		"editor", "enableDate", "enableMaxDateInput", "enableMinDateInput",
		"enableTime", "encrypted", "errorLabel", "fieldSet", "fileMinSize",
		"fileNameTemplate", "fileTypes", "filter", "fixedSize", "footer",
		"format", "groupHeading", "hideOnChildrenHidden", "html5", "idPath",
		"image", "imageSize", "indexeddb", "inline", "inlineEdit", "input",
		"inputFormat", "inputMask", "inputMaskPlaceholderChar", "inputType",
		"id", "kickbox", "labelAlignment", "labelPosition", "labelWidth",
		"lazyLoad", "limit", "mask", "maximumValueToAdd",
		"minSelectedCountMessage", "maxSelectedCountMessage", "modal",
		"modalEdit", "name", "numberOfContainers", "open", "openWhenEmpty",
		"optionsLabelPosition", "overlay", "persistent", "prefix",
		"privateDownload", "properties", "protected", "readOnlyValue",
		"redrawOn", "ref", "refreshOn", "refreshOnBlur", "refreshOnChange",
		"reference", "requireDecimal", "rowDrafts", "searchDebounce",
		"searchEnabled", "searchField", "searchThreshold", "selectFields",
		"selectThreshold", "selectValues", "shortcut", "shortcutButtons",
		"showInEmail", "showInPDF", "showValidations", "showWordCount", "sort",
		"spellcheck", "storeas", "suffix", "tabindex", "tableView", "tags",
		"template", "templates", "theme", "timePicker", "timezone", "title",
		"tree", "truncateMultipleSpaces", "unique", "uniqueOptions",
		"uploadOnly", "useExactSearch", "useLocaleSettings", "validateOn",
		"validateWhenHidden", "valueProperty", "webcam", "webcamSize", "widget",
		"wysiwyg", "uniqueItems", "displayAsTable", "showCharCount",
		"inDataGrid", "ignoreCache", "maxTimeMessage", "minTimeMessage",
		"addons", "backgroundColor", "dataFormat", "fuseOptions", "height",
		"legend", "maxWidth", "minWidth", "penColor", "width", NULL };

	return key_is_among(builder, key);
}

/* How many letters are added, dropped, changed or swapped with the next; of
 * words up to MOST_KEY letters. cost[i][j] is for the first i and j letters. */
struct distance {
	const char *a, *b;
	size_t cost[MOST_KEY + 1][MOST_KEY + 1];
};

static size_t lesser(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t cost_at(const struct distance *distance, size_t i, size_t j)
{
	const char *a = distance->a, *b = distance->b;
	size_t cost;

	if (!i || !j)
		return i + j;
	cost = distance->cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
	cost = lesser(cost, distance->cost[i][j - 1] + 1);
	cost = lesser(cost, distance->cost[i - 1][j] + 1);
	if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
		cost = lesser(cost, distance->cost[i - 2][j - 2] + 1);
	return cost;
}

static size_t distance_of(const char *a, const char *b)
{
	struct distance distance = { .a = a, .b = b };
	size_t n = strlen(a), m = strlen(b);

	if (n > MOST_KEY || m > MOST_KEY)
		return MOST_KEY;
	for (size_t i = 0; i <= n; i++) {
		for (size_t j = 0; j <= m; j++)
			distance.cost[i][j] = cost_at(&distance, i, j);
	}
	return distance.cost[n][m];
}

const char *key_nearest(const char *const *keys, const char *key)
{
	const char *nearest = NULL;
	size_t n = strlen(key);
	size_t least = n < 4 ? 2 : 3; /* must be below it */

	if (n < 3 || n > MOST_KEY)
		return NULL;
	for (; *keys; keys++) {
		size_t found = distance_of(key, *keys);

		if (found < least) {
			least = found;
			nearest = *keys;
		}
	}
	return nearest;
}
