<?php

$lang['button'] = 'Vote of Parvis';
$lang['vote'] = 'Vote';
