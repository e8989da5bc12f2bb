<?php
// Asks the plugin's contract functions, without WordPress: reads one JSON list of calls `[function, arguments]`, writes the list of their answers.
define('ABSPATH', __DIR__);
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, $file, $line);
});
$folder = dirname(__DIR__, 3) . '/examples/wordpress/parvis/backend/contract';
foreach (glob("$folder/*.php") as $file) {
    require $file;
}
$calls = stream_get_contents(STDIN);
$answers = [];
foreach (json_decode($calls, true) as $i => [$function, $arguments]) {
    // These two read what came over the wire, where `{}` and `[]` differ.
    if ($function === 'check_file' || $function === 'check_schema') {
        $objects = $objects ?? json_decode($calls);
        $arguments[0] = $objects[$i][1][0];
    }
    if ($function === 'check_schema') {
        [$value, $group, $verb] = $arguments;
        $issues = [];
        $checked = Parvis\Backend\check_schema(Parvis\Backend\contract('operations')[$group][$verb]['input'], $value, '', $issues);
        if (isset($checked['choice'])) {
            $checked['choice'] = Parvis\Backend\choice_for_json($checked['choice']);
        }
        $answers[] = [$checked, $issues];
    } else {
        $answer = ("Parvis\\Backend\\$function")(...$arguments);
        $answers[] = $function === 'canonical_choice' ? Parvis\Backend\choice_for_json($answer) : $answer;
    }
}
echo json_encode($answers, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
